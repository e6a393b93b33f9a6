"""What is done with the vocabulary: loading it from files, and finding a place by what somebody typed."""
