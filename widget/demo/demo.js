/** The demo page: the tag with this server's address, a button to copy it, one to open. */

const snippet = document.querySelector("#snippet");
const copied = document.querySelector("[data-copied]");

snippet.textContent = snippet.textContent.replace("https://HOST", location.origin);

document.querySelector("[data-copy]").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    copied.textContent = "Copied.";
  } catch {
    // No permission, or no HTTPS: then the visitor can copy what is selected.
    getSelection().selectAllChildren(snippet);
    copied.textContent = "Selected: press Ctrl+C to copy.";
  }
});

document.querySelector("[data-open]").addEventListener("click", () => {
  document.querySelector("partners-chat")?.open();
});
