"""What a person can enter, in words: the form of each kind, its messages and its short lines."""
