import _bisect
import _heapq


def show(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__ + ':', e)


show(lambda: (_bisect.bisect([1,2,3],2), _bisect.bisect_left([1,2,3],2), (l:=[1,3], _bisect.insort(l,2), l), _bisect.bisect([1,2,3],2,lo=-1)))  # expect: AttributeError: module '_bisect' has no attribute 'bisect'
show(lambda: (_bisect.bisect_left([{'a':1}],1,key=lambda d:d['a'])))  # expect: 0
show(lambda: ((h:=[5,3,1,4], _heapq.heapify(h), h, _heapq.heappop(h), _heapq.heappush(h,0), h, _heapq.heapreplace(h,9), _heapq.heappushpop(h,2), h)))  # expect: ([3, 4, 5, 9], None, [3, 4, 5, 9], 1, None, [3, 4, 5, 9], 0, 2, [3, 4, 5, 9])
show(lambda: _heapq.heappop([]))  # expect: IndexError: index out of range
show(lambda: (_heapq.heappush((),1)))  # expect: TypeError: heappush() argument 1 must be list, not tuple
show(lambda: (_heapq.heapreplace([],1)))  # expect: IndexError: index out of range
