"""Tests of publisher.batch."""
