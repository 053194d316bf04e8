// Comfort only: the report says everything without this script.

/** Puts a copy button beside every command. */
function addCopyButtons() {
  if (!navigator.clipboard) {
    return;
  }
  for (const command of document.querySelectorAll(".command")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(command.querySelector("code").textContent);
      button.textContent = "Copied";
    });
    command.append(button);
  }
}

/** Turns the counts by outcome into filters of the matrix and of the list. */
function addFilters() {
  for (const item of document.querySelectorAll(".counts [data-outcome]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    button.append(...item.childNodes);
    item.append(button);
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      for (const other of document.querySelectorAll(".counts button")) {
        other.setAttribute("aria-pressed", String(on && other === button));
      }
      showOnly(on ? item.dataset.outcome : null);
    });
  }
}

/** @param {string | null} outcome the only one to stand out, or null for all */
function showOnly(outcome) {
  for (const entry of document.querySelectorAll(".cell, .attention > li")) {
    entry.classList.toggle("muted", outcome !== null && !isOf(entry, outcome));
  }
}

function isOf(entry, outcome) {
  return entry.matches(`.o-${outcome}`) || entry.querySelector(`.o-${outcome}`) !== null;
}

/** Opens the attempt that the address points into. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const attempt = target?.closest("details");
  if (attempt) {
    attempt.open = true;
    target.scrollIntoView();
  }
}

addCopyButtons();
addFilters();
addEventListener("hashchange", openTarget);
openTarget();
