-- Imports of an NDJSON file whose words are new each time, since words that were sent before are not imported again.
dofile("bench/wrk/common.lua")

function call(n)
  lines = lines or io.open(data.lines):read("*a")
  local body = lines:gsub('"content": "', '"content": "' .. run .. "-" .. n .. " ")
  return "POST", data.import .. "/comment-imports", data.coordinator, "application/x-ndjson", body
end

function response(_, _, body)
  assert(body:find('"created":' .. data.created .. ",", 1, true), body)
end
