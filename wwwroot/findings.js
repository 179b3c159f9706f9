// The button of an opened filing says how many findings it would accept, and one box ticks every figure. Without this file the button says the same without the number.
const all = document.querySelector("[data-all]");
const figures = () => [...document.querySelectorAll('.facts-table tbody input[name="take"]')];
const button = () => document.querySelector("[data-accept]");
const count = () => {
  const ticked = document.querySelectorAll('input[name="take"]:checked').length;
  if (all) {
    const boxes = figures();
    all.checked = boxes.every(box => box.checked);
    all.indeterminate = !all.checked && boxes.some(box => box.checked);
  }
  if (!button()) return;
  button().textContent = ticked ? `Accept ${ticked}` : "Accept what is ticked";
  button().disabled = ticked === 0;
};
all?.addEventListener("change", () => figures().forEach(box => { box.checked = all.checked; })); // before it is counted, further up
document.addEventListener("change", count);
addEventListener("pageshow", count); // ticks come back with the page
count();
