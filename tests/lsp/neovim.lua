-- Neovim without a window, as a client: `nvim --headless -u NONE -l` isn't known to older ones, so this is sourced.
-- MSACHECK names the program; the current folder is a copy of what the page on editors speaks of.
local function fail(why)
  io.stderr:write(why .. "\n")
  vim.cmd("cquit 1")
end

local function check()
  vim.cmd("edit procedure.md")
  local id = vim.lsp.start_client({
    name = "msacheck",
    cmd = { os.getenv("MSACHECK"), "lsp", "--today", "2026-11-24" },
    root_dir = vim.fn.getcwd(),
  })
  if not id then return fail("the server didn't start") end
  vim.lsp.buf_attach_client(0, id)
  local function found() return vim.diagnostic.get(0) end
  local function wait(what, test)
    if not vim.wait(20000, test, 20) then fail("waited in vain for " .. what) end
  end
  wait("faults", function() return #found() > 0 end)
  local before = #found()
  local stale
  for _, own in ipairs(found()) do
    if own.code == "stale-name" and own.source == "msacheck" then stale = own end
  end
  if not stale then return fail("no stale name") end

  -- Over a section its heading.
  local line = vim.fn.search("section 45") - 1
  local column = vim.fn.match(vim.fn.getline(line + 1), "section 45")
  local at = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = line, character = column + 9 } }
  local told = vim.lsp.buf_request_sync(0, "textDocument/hover", at, 20000)
  local value = told and told[id] and told[id].result and told[id].result.contents.value
  if not value or not value:find("Modern Slavery Act 2015") then return fail("no heading of section 45") end

  -- A fix, made by the editor.
  local range = { start = { line = stale.lnum, character = stale.col }, ["end"] = { line = stale.end_lnum, character = stale.end_col } }
  local asked = { textDocument = at.textDocument, range = range, context = { diagnostics = {} } }
  local actions = vim.lsp.buf_request_sync(0, "textDocument/codeAction", asked, 20000)[id].result
  local fix
  for _, action in ipairs(actions) do
    if action.kind == "quickfix" then fix = action break end
  end
  if not fix then return fail("no fix") end
  vim.lsp.util.apply_workspace_edit(fix.edit, vim.lsp.get_client_by_id(id).offset_encoding)
  wait("one fault less", function() return #found() == before - 1 end)

  -- Typed words are seen.
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "Ask SOCA." })
  wait("a new fault", function()
    for _, own in ipairs(found()) do
      if own.message:find("SOCA") then return true end
    end
    return false
  end)

  local client = vim.lsp.get_client_by_id(id)
  client.stop()
  wait("the end", function() return client.is_stopped() end)
  io.stdout:write("neovim: shown, told of, mended, typed, ended\n")
  vim.cmd("qall!")
end

local ok, why = pcall(check)
if not ok then fail(why) end
