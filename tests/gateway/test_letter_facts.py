"""What a letter knows before anybody fills it in: from the books, and from the lender's policy."""

from __future__ import annotations

from dataclasses import replace

from gateway.pipelines import letter_facts
from storage.people import Account
from tests.support.world import World


async def test_an_agency_that_the_policy_names_is_not_asked_for(world: World) -> None:
    grace, ben = await world.borrower(verified=True), await world.borrower(verified=True)
    async with world.services.database.begin() as work:
        account = await work.session.get(Account, grace.account_id)
        assert account is not None
        account.collector_type = "third_party"
    table = replace(world.services.policy_for("riverbank"), agency={"en": "North South Group"})

    async with world.services.database.begin() as work:
        hers = await letter_facts.ground(work, table, await world.conversation(grace), None, "en")
        his = await letter_facts.ground(work, table, await world.conversation(ben), None, "en")

    assert (hers.known["writer"], hers.known["creditor"]) == ("North South Group", "Riverbank")
    assert (his.known["writer"], his.known["agency"]) == ("Riverbank", "North South Group")
