"""An auditor that shares nothing with the gate: its own reading of the law, held against what was really sent."""
