"""x"""
def page(f): return str(f)
def lines(f): yield str(f)
