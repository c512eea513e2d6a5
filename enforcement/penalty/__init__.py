"""A penalty case, from 登记 to 归档."""
