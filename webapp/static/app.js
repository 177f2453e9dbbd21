// What pages can do better with JavaScript: GOV.UK Frontend's components, and copying a citation at a click.
import { initAll } from "./vendor/govuk-frontend.min.js";

initAll();

const said = document.getElementById("copied");

for (const text of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "govuk-button govuk-button--secondary app-cite__copy";
  button.textContent = "Copy citation";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent.trim());
    button.textContent = "Copied";
    said.textContent = "Citation copied";
    setTimeout(() => {
      button.textContent = "Copy citation";
      said.textContent = "";
    }, 3000);
  });
  text.after(button);
}
