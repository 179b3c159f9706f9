// Who else has this board open, and what they edit: quiet words in the head and at the place. Loaded for members only.
let people = [];

function show() {
  const line = document.getElementById("here");
  if (line) {
    line.textContent = people.length ? `Also here: ${people.map(person => person.edits.includes("") ? `${person.name} (editing)` : person.name).join(", ")}` : "";
    line.hidden = !people.length;
  }
  for (const place of document.querySelectorAll("[data-edited]")) {
    const names = people.filter(person => person.edits.includes(place.dataset.edited)).map(person => person.name);
    const text = names.length ? `${names.join(", ")} ${names.length > 1 ? "are" : "is"} editing this` : "";
    if (place.textContent !== text) place.textContent = text;
    place.hidden = !text;
  }
}

document.addEventListener("board:here", event => {
  people = event.detail;
  show();
});
document.addEventListener("board:shown", show);
