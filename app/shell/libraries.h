// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace socrates::ui {

/// A library that the program is made of.
struct Library
{
    QString name;
    QString version;
    QString licence; ///< as SPDX names it
};

QList<Library> libraries();

} // namespace socrates::ui
