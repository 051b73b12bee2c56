-- Scratch of the analysis, made anew by 0123 with the features of every purpose.
DROP TABLE IF EXISTS visitor_window
