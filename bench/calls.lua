-- For wrk: sends the calls of a file in turn, each POST with an Idempotency-Key of its own, and tells the result as JSON.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  local calls = dofile(args[1])
  local run = args[2]
  heads, tails, at = {}, {}, number * 17
  for i, call in ipairs(calls) do
    heads[i] = call.method .. " " .. call.path .. " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " .. call.key
    if call.method == "POST" then
      heads[i] = heads[i] .. "\r\nIdempotency-Key: " .. run .. "-" .. number .. "-"
      tails[i] = "\r\nContent-Type: application/json\r\nContent-Length: " .. #call.body .. "\r\n\r\n" .. call.body
    else
      heads[i] = heads[i] .. "\r\n\r\n"
    end
  end
end

function request()
  at = at + 1
  local i = at % #heads + 1
  if tails[i] then
    return heads[i] .. at .. tails[i]
  end
  return heads[i]
end

function done(summary, latency, requests)
  local e = summary.errors
  print(string.format('{"count": %d, "rate": %.2f, "p50": %.3f, "p99": %.3f, "errors": %d}', summary.requests,
    summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
