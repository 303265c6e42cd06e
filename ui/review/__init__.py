"""Closing at the desk: end marks, the sums, the signatures, and what is put right afterwards."""
