-- Posts ratings, each with a key of its own, as a page without script on a plain host would: no stamp, so the store marks
-- them. After `--`: the path to post to, the fields that all share, and a number that no other run has.
local head, path, shared

function init(words)
    path, shared = words[1], words[2]
    math.randomseed(tonumber(words[3]))
    head = { ["Content-Type"] = "application/x-www-form-urlencoded" }
end

local function digits()
    return string.format("%08x", math.random(0, 4294967295))
end

function request()
    local key = digits() .. digits() .. digits() .. digits()
    return wrk.format("POST", path, head, "key=" .. key .. "&" .. shared)
end
