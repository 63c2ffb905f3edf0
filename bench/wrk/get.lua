-- GETs of the path in the argument. {name} in it is that value of the data, or each of its list in turn.
dofile("bench/wrk/common.lua")

function call(n)
  local path = argument:gsub("{(%w+)}", function(name)
    local value = data[name]
    return type(value) == "table" and value[n % #value + 1] or value
  end)
  return "GET", path, data.readers[n % #data.readers + 1]
end
