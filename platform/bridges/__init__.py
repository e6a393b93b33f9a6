"""The few reactions that need the services of two content apps."""
