"""What people do with notifications and digests: one module per matter."""
