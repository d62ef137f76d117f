-- For wrk: asks for the paths of a file in turn, and prints the figures as one line of JSON. A tab and a cookie may follow a path.

local requests = {}
local place = 0

function init(arguments)
    for line in io.lines(arguments[1]) do
        local path, cookie = line:match("^([^\t]+)\t(.+)$")
        local headers = {}
        for name, value in pairs(wrk.headers) do headers[name] = value end
        headers["Cookie"] = cookie
        requests[#requests + 1] = wrk.format("GET", path or line, headers)
    end
end

function request()
    place = place % #requests + 1
    return requests[place]
end

function done(summary, latency)
    local e = summary.errors
    print(string.format(
        '{"requests": %d, "microseconds": %d, "p50": %d, "p99": %d, "longest": %d, ' ..
        '"connect": %d, "read": %d, "write": %d, "status": %d, "timeout": %d}',
        summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
        e.connect, e.read, e.write, e.status, e.timeout))
end
