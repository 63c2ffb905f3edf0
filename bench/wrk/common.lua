-- Shared by the scripts for wrk. Each defines call(n), which returns method, path, key and, for a body, type and body.
-- Arguments: the file with the data of the build, an id of the run, and one for the script.
local threads = 0
requests_each = 1

function setup(thread)
  thread:set("thread_number", threads)
  threads = threads + 1
end

function init(args)
  data = dofile(args[1])
  run = args[2]
  argument = args[3]
  count = thread_number * 17
end

function request()
  count = count + 1
  local method, path, key, type, body = call(count)
  local headers = {["Authorization"] = "Bearer " .. key, ["Content-Type"] = type, ["If-Match"] = conditional}
  if method == "POST" then
    headers["Idempotency-Key"] = run .. "-" .. thread_number .. "-" .. count
  end
  return wrk.format(method, path, headers, body)
end

function done(summary, latency)
  local e = summary.errors
  print(string.format('{"count": %d, "rate": %.3f, "p50": %.3f, "p99": %.3f, "errors": %d}', summary.requests,
    summary.requests * 1e6 / summary.duration / requests_each, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, e.connect + e.read + e.write + e.status + e.timeout))
end
