"""What 信访工作条例 asks before a step: each rule with its words and its article."""
