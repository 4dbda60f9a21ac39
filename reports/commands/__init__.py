"""The commands, a module for each thing that a user does. Each parses, calls and prints; none holds logic."""
