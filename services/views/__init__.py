"""What the services say, as values: one module a noun, each with samples for every view."""
