-- GETs the path in the argument. {name} in it is replaced by that value of the data, or by each item of a list in turn.
dofile("bench/wrk/common.lua")

function call(n)
  local path = argument:gsub("{(%w+)}", function(name)
    local value = data[name]
    return type(value) == "table" and value[n % #value + 1] or value
  end)
  return "GET", path, data.readers[n % #data.readers + 1]
end
