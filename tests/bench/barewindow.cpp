// SPDX-License-Identifier: MIT
#include "app/desktop/firstpaint.h"

#include <QApplication>
#include <QMainWindow>

/// The least that a Qt program with a window can be: what firstpaint.py measures the desktop by.
int main(int argc, char* argv[])
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1280, 720);
    new socrates::ui::AfterFirstPaint(window, [] {
        socrates::ui::sayPainted();
        QCoreApplication::exit(0);
    });
    window.show();
    return application.exec();
}
