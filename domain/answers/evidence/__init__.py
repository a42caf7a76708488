"""What the lines of the paper themselves say to a question, beside what was read from them.

A field that the reader missed, or a question that no rule of the answers knows, still has its line in the paper.
`lines` are these lines, searchable; `features` is what speaks for or against one of them as an answer, in numbers;
`forest` weighs the numbers, by what was learned from the questions kept with the tests; `second_reading` gives the best
line where nothing else was found, and adds it where an answer says something else.
"""
