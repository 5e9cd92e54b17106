"""Independent judges of finished files, each started once for all the files of a run of the tests."""
