
# The words of entries: what is logged, how it is asked and how it reads. A phone that keeps a record has them.
