"""One function for each thing somebody wants done, each in one transaction."""
