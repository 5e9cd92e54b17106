-- pandoc, kept running: sources come in on standard input, their trees go out on standard output.
--
-- A request is a line of JSON, {"from": format, "size": bytes, "options": reader options}, and the bytes of the source.
-- A reply is the number of its bytes on a line; then a line of JSON, {"error": words} or {"tree": bytes, "log": bytes,
-- "media": [[name, bytes], …]}, and all of these bytes in this order. The empty environment is pandoc's sandbox: neither
-- files nor network can be reached from it.
local environment = {}

local function read_source(request, source)
  pandoc.mediabag.empty()
  local log, document = pandoc.log.silence(pandoc.read, source, request.from, request.options, environment)
  local parts = { pandoc.write(document, "json"), pandoc.json.encode(log) }
  local media = {}
  for name, _, contents in pandoc.mediabag.items() do
    media[#media + 1] = { name, #contents }
    parts[#parts + 1] = contents
  end
  pandoc.mediabag.empty()
  local head = { tree = #parts[1], log = #parts[2], media = pandoc.List(media) }
  return pandoc.json.encode(head) .. "\n" .. table.concat(parts)
end

io.stdout:setvbuf("full")
for line in io.lines() do
  local request = pandoc.json.decode(line, false)
  local source = request.size > 0 and io.read(request.size) or ""
  local is_read, reply = pcall(read_source, request, source)
  if not is_read then
    reply = pandoc.json.encode({ error = tostring(reply) }) .. "\n"
  end
  io.write(#reply, "\n", reply)
  io.flush()
end
