"""行政执法: from a lead to an archived file, with 公示, 全过程记录 and 法制审核. Rooms by noun."""
