"""Areas, target groups, instruments, territories, programmes, funders and calls: data, not code."""
