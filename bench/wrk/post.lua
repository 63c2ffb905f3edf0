-- POSTs comments of all organizations in turn, each with its own Idempotency-Key.
dofile("bench/wrk/common.lua")

function call(n)
  local i = n % #data.comments + 1
  return "POST", data.target .. "/comments", data.submitters[i], "application/json", data.comments[i]
end
