"""From text to a draft conference, in pure stages: repair → lines → outline → sections → fields → checks."""
