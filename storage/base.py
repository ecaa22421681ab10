"""What all tables share."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Annotated, Any

from sqlalchemy import DateTime, MetaData, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """All tables; datetimes are aware, free structures are JSONB."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own way of declaring it
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB,
        list[Any]: JSONB,
    }


Key = Annotated[uuid.UUID, mapped_column(primary_key=True, default=uuid.uuid4)]
EmptyObject = Annotated[
    dict[str, Any], mapped_column(JSONB, server_default=text("'{}'::jsonb"), default=dict)
]
EmptyList = Annotated[list[Any], mapped_column(JSONB, server_default=text("'[]'::jsonb"), default=list)]
