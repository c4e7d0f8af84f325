// SPDX-License-Identifier: MIT
#pragma once

#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace socrates::test {

/// On Windows a program that has ended, or its console, may keep its working folder for longer;
/// then the folder is left.
struct RemoveIfFree
{
    void operator()(QTemporaryDir* folder) const
    {
#ifdef Q_OS_WIN
        folder->setAutoRemove(QDir(folder->path()).removeRecursively());
#endif
        delete folder;
    }
};

/// A temporary folder that programs are started in.
using TemporaryFolder = std::unique_ptr<QTemporaryDir, RemoveIfFree>;

} // namespace socrates::test
