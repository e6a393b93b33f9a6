"""Pages of platforms: list, platform, people, joining, making and changing, directory."""
