"""The pages people look at: the agents' desk, the borrowers' chat. Templates and small scripts, nothing else."""
