"""Electronic letters: e-mail out by SMTP, answers, bounces, complaints and cancellations in."""
