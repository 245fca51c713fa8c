// Starts `msacheck lsp` for the documents that it knows. Everything that is shown comes from there.
const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = async (context) => {
  const settings = workspace.getConfiguration("msacheck");
  const args = settings.get("pedantic") ? ["lsp", "--pedantic"] : ["lsp"];
  const languages = ["markdown", "plaintext", "html", "toml"];
  client = new LanguageClient(
    "msacheck",
    { command: settings.get("path"), args },
    {
      documentSelector: languages.map((language) => ({ scheme: "file", language })),
      synchronize: { fileEvents: workspace.createFileSystemWatcher("**/*.toml") },
    },
  );
  context.subscriptions.push({ dispose: () => client.stop() });
  await client.start();
};

exports.deactivate = () => client && client.stop();
