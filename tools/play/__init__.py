"""`kept play`: scenarios through the whole service on a virtual clock."""
