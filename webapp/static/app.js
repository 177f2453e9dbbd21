// What pages can do better with JavaScript: GOV.UK Frontend's components, and copying a citation at a click.
import { initAll } from "./vendor/govuk-frontend.min.js";

initAll();

const said = document.getElementById("copied");

// The words of a paragraph or of a quotation, or of a table row with its cells joined as they are searched.
function words(anchor) {
  const place = document.getElementById(anchor);
  const parts = place.cells ? [...place.cells].slice(0, -1) : [place.querySelector(".app-paragraph__words") ?? place];
  return parts.map((part) => part.innerText.trim().replace(/\s+/g, " ")).join(" | ");
}

function button(name, done, text) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "govuk-button govuk-button--secondary app-cite__copy";
  made.textContent = name;
  made.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text());
    made.textContent = "Copied";
    said.textContent = done;
    setTimeout(() => {
      made.textContent = name;
      said.textContent = "";
    }, 3000);
  });
  return made;
}

for (const cite of navigator.clipboard ? document.querySelectorAll(".app-cite") : []) {
  // Made when first opened: a long table has hundreds of rows.
  const offer = () => {
    for (const line of cite.querySelectorAll("[data-cites]")) {
      const citation = line.textContent.trim();
      const quoted = () => `“${words(line.dataset.cites)}” (${citation})`;
      line.after(
        button("Copy citation", "Citation copied", () => citation),
        button("Copy with the words", "Words and citation copied", quoted),
      );
    }
  };
  cite.addEventListener("toggle", offer, { once: true });
}
