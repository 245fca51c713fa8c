"""Mails that quote the one before them."""

from example import FORCE, GONE, KEPT, QUESTIONS, Example

SAID = [("Yes.", "in place"), ("No.", "absent"), ("Yes, since 2019.", "in place"), ("No, there is none.", "absent"),
        ("This is planned for next year.", "planned")]
WROTE = ["On 3 May 2024 a researcher wrote:", "From: Researcher, Hope Harbour Trust", "On Tue, 7 May 2024 at 09:14, Eastmere Trust wrote:"]


def answers_between():
    """Each question is quoted, and answered below."""
    for n in range(8):
        own = [(QUESTIONS[(n + at) % 4], SAID[(2 * n + 3 * at) % 5]) for at in range(2 + n % 2)]
        blocks = [("p", f"From: Inquiry desk, {FORCE}"), ("p", "Our answers stand below your questions.")]
        for number, ((question, _), (answer, _)) in enumerate(own, 1):
            blocks += [("quote", [f"{number}. {question}" if n % 2 else question]), ("p", answer)]
        yield Example("quoted mail", f"mail-between-{n}", "Your request on modern slavery", blocks,
                      {id: state for (_, id), (_, state) in own}, typed=True)


def answers_above():
    """The answer stands above all that was asked, with the numbers of the questions."""
    for n in range(6):
        own = [(QUESTIONS[(n + at) % 4], SAID[(n + 3 * at) % 5]) for at in range(3)]
        asked = [f"{number}. {question}" for number, ((question, _), _) in enumerate(own, 1)]
        blocks = [("p", f"{number}. {answer}") for number, (_, (answer, _)) in enumerate(own, 1)]
        blocks += [("p", f"Inquiry desk, {FORCE}"), ("p", WROTE[n % 3]), ("quote", asked)]
        yield Example("quoted mail", f"mail-above-{n}", "Your request on modern slavery", blocks,
                      {id: state for (_, id), (_, state) in own}, typed=True)


def claims_quoted():
    """What others wrote of the force, or asked, isn't what the force says."""
    for n in range(10):
        kept, gone = KEPT[n % 5], GONE[(n * 3 + n // 5) % 5]
        if kept[1] == gone[1]:
            gone = GONE[0]
        heard = f"We read that {gone[0][0].lower()}{gone[0][1:]}"
        quoted = ("quote", [heard, "Please say what your force has."] if n % 2 else ["We have a modern slavery coordinator.", heard])
        if n < 5:
            blocks, expected = [("p", kept[0]), ("p", f"Inquiry desk, {FORCE}"), ("p", WROTE[n % 3]), quoted], {kept[1]: kept[2]}
        else:
            thanks = "Thank you for your letter. We will answer it by 3 June."
            blocks, expected = [("p", thanks), ("p", f"Inquiry desk, {FORCE}"), ("p", WROTE[n % 3]), quoted], {}
        yield Example("quoted mail", f"mail-claims-{n}", "Your letter about modern slavery", blocks, expected, typed=True)
