"""Measure this assistant beside stock Rasa and nlp.js: `make bench`."""
