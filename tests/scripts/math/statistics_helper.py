import _statistics

print(_statistics._normal_dist_inv_cdf(.3, 0, 1))  # expect: -0.5244005127080407
try:
    _statistics._normal_dist_inv_cdf(2, 0, 1)
except ValueError as e:
    print(e)  # expect: inv_cdf undefined for these parameters
