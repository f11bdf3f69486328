// Ideas: one field at first, the next on demand. Vote: says how many votes are left and holds back one too many.

export function enhance(root) {
  if (root.dataset.enhanced) return;
  root.dataset.enhanced = "yes";
  const ideas = root.querySelector(".brainstorm-ideas");
  if (ideas) oneByOne(ideas);
  const vote = root.querySelector(".brainstorm-vote");
  if (vote) countVotes(vote);
}

function oneByOne(ideas) {
  const fields = [...ideas.querySelectorAll(".field")];
  const more = ideas.querySelector(".brainstorm-more");
  const isEmpty = (field) => field.querySelector("input").value.trim() === "";
  fields.slice(1).forEach((field) => { field.hidden = isEmpty(field); });
  const offer = () => { more.hidden = !fields.some((field) => field.hidden); };
  more.addEventListener("click", () => {
    const next = fields.find((field) => field.hidden);
    next.hidden = false;
    offer();
    next.querySelector("input").focus();
  });
  offer();
}

function countVotes(vote) {
  const most = Number(vote.dataset.votes);
  const boxes = [...vote.querySelectorAll("input[type=checkbox]")];
  const told = vote.querySelector(".brainstorm-left");
  const count = () => {
    const left = most - boxes.filter((box) => box.checked).length;
    boxes.forEach((box) => { box.disabled = left <= 0 && !box.checked; });
    told.textContent = left <= 0 ? "Tu as utilisé tous tes votes. Pour changer, enlève un choix." : `Il en reste ${left}.`;
  };
  vote.addEventListener("change", count);
  count();
}
