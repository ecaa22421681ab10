"""The day of a payment put beside its sum: the day of the last payment told, or the first of the next."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from reading.days import Days
from reading.payments import Payment
from reading.series import begin_all, begin_group, begins_all, begun, same_turn

STARTS = re.compile(
    r"\b(?:start\w*|begin\w*|from|first(?: one)?|emp(?:ez|iez|iec)\w+|com(?:enz|ienz|ienc)\w+|inici\w+|desde|a partir|arranc\w+|primer[oa]?)\b|从|起|开始|由|打$|first(?=[一-鿿])|首[次期笔]|第一[次期笔]|头一?[次期笔]"
)


def put_day(
    payments: list[Payment],
    value: Days,
    *,
    again: bool,
    starts: bool,
    named_alike: bool = False,
    counted: bool = False,
) -> None:
    """Give the last payment its day, or begin the next; `named_alike` where a date may be told a second time, `counted`
    where it is told how many payments there are."""
    current = payments[-1]
    if (
        value.gap
        and not counted
        and current.when
        and current.when.readings
        and not current.valued
        and len(payments) == 1
    ):
        # "Monday I'm at the sale and the day after you'll have 600".
        payments[-1] = replace(current, when=value.after(current.when.readings[0]))
    elif current.when is None or not (current.when.readings or current.when.event):
        payments[-1] = replace(current, when=value)
    elif starts and current.every and value.readings and current.joined:
        begin_group(payments, value.readings[0])
    elif not (value.readings or value.event) or (
        value.readings == current.when.readings
        and (not current.valued or value.cycle is None or (named_alike and current.when.event))
    ):
        return
    elif current.when.event and (
        not current.when.readings or (not current.when.certain and value.certain and not current.valued)
    ):
        payments[-1] = replace(current, when=replace(value, event=current.when.event))
    elif value.event and not value.readings:
        payments[-1] = replace(current, when=replace(current.when, event=value.event))
    elif (current.every or (current.when.cycle is None and named_alike)) and same_turn(current.when, value):
        if starts and value.certain and not current.when.certain:
            payments[-1] = replace(current, when=value)  # "Every Sunday, from the next one on".
    elif (
        current.every
        and not current.when.certain
        and len(current.when.readings) > 2
        and value.cycle == "week"
        and value.readings
    ):
        payments[-1] = replace(current, when=value.after(current.when.readings[0] - timedelta(days=1)))
    elif starts and current.every and value.readings and begins_all(payments, value):
        begin_all(payments, value.readings[0])
    elif starts and current.every and value.readings:
        payments[-1] = replace(current, when=begun(current.when, value))
    elif again or (counted and value.gap and not current.valued):
        payments.append(replace(current, when=value, joined=True))
    else:
        payments.append(Payment(when=value))
