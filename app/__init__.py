"""Everything that outlives the window: session, journal, words, drawing and record, without Qt."""
