-- Comments of all bodies in turn, each with an Idempotency-Key of its own.
dofile("bench/wrk/common.lua")

function call(n)
  local i = n % #data.comments + 1
  return "POST", data.target .. "/comments", data.submitters[i], "application/json", data.comments[i]
end
