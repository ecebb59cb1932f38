-- Asks for every page of a list in turn, in an order that jumps about: the file of paths and the Accept-Encoding come
-- after `--` on wrk's command line. Requests are written once, so that asking costs little.
local requests, at = {}, 0

function init(words)
    local paths = {}
    for path in io.lines(words[1]) do
        paths[#paths + 1] = path
    end
    local step = 7919
    while #paths % step == 0 do
        step = step + 2
    end
    for n = 0, #paths - 1 do
        local path = paths[n * step % #paths + 1]
        requests[n + 1] = wrk.format("GET", path, { ["Accept-Encoding"] = words[2] })
    end
end

function request()
    at = at % #requests + 1
    return requests[at]
end
