-- Imports an NDJSON file with new words each time, since the import skips words that it has seen.
dofile("bench/wrk/common.lua")

function call(n)
  lines = lines or io.open(data.lines):read("*a")
  local body = lines:gsub('"content": "', '"content": "' .. run .. "-" .. n .. " ")
  return "POST", data.import .. "/comment-imports", data.coordinator, "application/x-ndjson", body
end

function response(_, _, body)
  assert(body:find('"created":' .. data.created .. ",", 1, true), body)
end
