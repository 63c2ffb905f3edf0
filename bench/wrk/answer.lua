-- Answers comments, each once, and approves each when 100 others have been answered after it: the answer is there by then.
dofile("bench/wrk/common.lua")
requests_each = 2
conditional = "*"
local answered, approved = 0, 1 -- wrk calls once to see what a request looks like, and does not send that

local function comment(n)
  if not ids then
    ids = {}
    for id in io.lines(data.fresh) do
      ids[#ids + 1] = id
    end
  end
  return "/api/v1/comments/" .. ids[argument + 2 * n + thread_number + 1]
end

function call(n)
  if answered - approved > 100 then
    approved = approved + 1
    return "POST", comment(approved - 1) .. "/approval", data.coordinators[n % #data.coordinators + 1]
  end
  answered = answered + 1
  return "PUT", comment(answered - 1) .. "/answer", data.readers[n % #data.readers + 1], "application/json", data.answer
end
